package io.pledge.web.portal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Products;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.web.view.Option;

/** What the form offers, in a customer's words. */
@Component
class SubmitChoices {
    private final MessageSource texts;
    private final Products products;
    private final Quotes quotes;

    SubmitChoices(MessageSource texts, Products products, Quotes quotes) {
        this.texts = texts;
        this.products = products;
        this.quotes = quotes;
    }

    List<Option> kinds(Locale locale) {
        return Stream.of(Kind.values()).map(kind -> new Option(kind.kind.name(), say(kind.kind, "", locale),
                say(kind.kind, ".hint", locale), null, kind.icon, kind.kind == TicketKind.FAULT)).toList();
    }

    List<Option> severities(Locale locale) {
        return Stream.of(Severity.values())
                .map(severity -> new Option(severity.name(), say(severity, "", locale), say(severity, ".hint", locale),
                        quotes.effect(severity, locale), null, false))
                .toList();
    }

    List<Option> products() {
        return products.names().stream().map(name -> Option.of(name, name)).toList();
    }

    private String say(Enum<?> choice, String suffix, Locale locale) {
        return texts.getMessage("portal.choice." + choice.name() + suffix, null, locale);
    }

    /** In the order in which customers come. */
    private enum Kind {
        FAULT(TicketKind.FAULT, "bolt"), COMPLAINT(TicketKind.COMPLAINT, "face"), DELIVERY(TicketKind.DELIVERY,
                "box"), REPAIR(TicketKind.REPAIR, "wrench"), RETURN(TicketKind.RETURN,
                        "return"), SERVICE(TicketKind.SERVICE, "calendar"), CONSULTATION(TicketKind.CONSULTATION,
                                "question"), SUGGESTION(TicketKind.SUGGESTION, "bulb");

        private final TicketKind kind;
        private final String icon;

        Kind(TicketKind kind, String icon) {
            this.kind = kind;
            this.icon = icon;
        }
    }
}
