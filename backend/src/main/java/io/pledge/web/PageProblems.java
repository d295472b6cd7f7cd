package io.pledge.web;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketNotFound;

/**
 * What a page says when it cannot do what was asked and has no form of its own to say it at. Anything unforeseen is left to the
 * {@linkplain ErrorPages error pages}.
 */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {
    private final MessageSource texts;
    private final ErrorPages pages;

    PageProblems(MessageSource texts, ErrorPages pages) {
        this.texts = texts;
        this.pages = pages;
    }

    @ExceptionHandler(TicketNotFound.class)
    ModelAndView notFound(Locale locale) {
        return pages.page(HttpStatus.NOT_FOUND, locale);
    }

    @ExceptionHandler(Refused.class)
    ModelAndView refused(Refused refusal, Locale locale) {
        return pages.page(HttpStatus.CONFLICT, locale)
                .addObject("title", texts.getMessage("refused." + refusal.reason(), refusal.parts(locale), locale));
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    ModelAndView changed(Locale locale) {
        return pages.page(HttpStatus.CONFLICT, locale);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(Locale locale) {
        return pages.page(HttpStatus.CONTENT_TOO_LARGE, locale);
    }
}
