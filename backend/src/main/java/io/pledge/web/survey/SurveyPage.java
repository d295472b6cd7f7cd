package io.pledge.web.survey;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.survey.RecoveryCall;
import io.pledge.survey.RecoveryCalls;
import io.pledge.survey.Response;
import io.pledge.survey.Responses;
import io.pledge.survey.Survey;
import io.pledge.survey.SurveyRules;
import io.pledge.survey.Surveys;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.web.view.Plate;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The survey as the customer meets it behind the link: in their language and zone, answered once, changeable for a while. */
@Controller
@RequestMapping("/s/{token}")
class SurveyPage {
    private final Surveys surveys;
    private final Responses responses;
    private final RecoveryCalls calls;
    private final SurveyRules rules;
    private final Cases cases;
    private final Participants participants;
    private final TimeWords time;
    private final Clock clock;

    SurveyPage(Surveys surveys, Responses responses, RecoveryCalls calls, SurveyRules rules, Cases cases,
            Participants participants, TimeWords time, Clock clock) {
        this.surveys = surveys;
        this.responses = responses;
        this.calls = calls;
        this.rules = rules;
        this.cases = cases;
        this.participants = participants;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token, HttpServletRequest request, Locale locale) {
        var survey = require(token);
        var own = participant(survey).language();
        if (request.getParameter("lang") == null && !own.getLanguage().equals(locale.getLanguage())) {
            return new ModelAndView("redirect:/s/{token}?lang=" + own.toLanguageTag(), Map.of("token", token));
        }
        var response = responses.of(survey.id());
        return page(survey, response.map(given -> SurveyForm.of(given.answer())).orElse(SurveyForm.empty()), locale);
    }

    @PostMapping
    ModelAndView answer(@PathVariable String token, @RequestParam Map<String, String> sent, Locale locale) {
        var survey = require(token);
        var form = SurveyForm.read(sent, rules.questions());
        if (!form.errors().isEmpty()) {
            var again = page(survey, form, locale);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        responses.answer(survey.id(), form.answer(), clock.instant());
        return new ModelAndView("redirect:/s/{token}?lang=" + locale.toLanguageTag(), Map.of("token", token));
    }

    private ModelAndView page(Survey survey, SurveyForm form, Locale locale) {
        var person = participant(survey);
        var reader = new Reader(locale, person.zone(), clock.instant());
        var response = responses.of(survey.id());
        var ticket = cases.require(survey.ticket());
        boolean open = response.map(given -> !reader.now().isAfter(responses.changeableUntil(given))).orElse(true);
        var page = new ModelAndView("survey/answer");
        page.addObject("ticket", ticket).addObject("form", form).addObject("name", person.name())
                .addObject("answered", response.isPresent()).addObject("open", open)
                .addObject("questions", rules.questions().stream()
                        .map(q -> Map.of("key", q.key(), "text", q.text(locale))).toList())
                .addObject("low", response.map(given -> rules.isLow(given.answer().score())).orElse(false));
        page.addObject("plate", plate(survey, response.orElse(null), open, reader));
        return page;
    }

    /** One large time: when we call, or until when they can say or change something. */
    private @Nullable Plate plate(Survey survey, @Nullable Response response, boolean open, Reader reader) {
        var call = response == null ? Optional.<RecoveryCall>empty() : calls.of(survey.ticket());
        if (call.isPresent() && call.orElseThrow().open()) {
            return plate("survey.plate.call", call.orElseThrow().dueAt(), reader);
        }
        if (!open) {
            return null;
        }
        return response == null
                ? plate("survey.plate.answer", Objects.requireNonNull(survey.expiresAt()), reader)
                : plate("survey.plate.change", responses.changeableUntil(response), reader);
    }

    private Plate plate(String label, Instant at, Reader reader) {
        var locale = reader.locale();
        return new Plate(time.say(label, locale), at, time.time(at, reader.zone()), false, time.day(at, reader),
                time.zone(reader.zone(), locale), null);
    }

    private Survey require(String token) {
        return surveys.open(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Participant participant(Survey survey) {
        return participants.of(survey.ticket()).stream().filter(p -> p.id() == survey.participant()).findFirst()
                .orElseThrow();
    }
}
