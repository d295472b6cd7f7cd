package io.pledge.web.report;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.report.ShareCount;
import io.pledge.report.SharedCase;
import io.pledge.report.TierShares;
import io.pledge.security.SignedIn;
import io.pledge.ticket.TicketKind;
import io.pledge.web.view.Reader;
import io.pledge.web.view.Shares;
import io.pledge.web.view.TimeWords;

/** The resolved cases whose time fell to the tiers as a bar says, page by page and as a file. */
@Controller
class SharesPage {
    private static final int PAGE = 50;
    private static final List<String> COLUMNS = List.of("case", "title", "kind", "severity", "customer", "unit",
            "resolved", "local", "regional", "headquarters", "localShare", "regionalShare", "headquartersShare");

    private final TierShares shares;
    private final Units units;
    private final Figures figures;
    private final ShareParts parts;
    private final Narrowed narrowed;
    private final TimeWords words;

    SharesPage(TierShares shares, Units units, Figures figures, ShareParts parts, Narrowed narrowed, TimeWords words) {
        this.shares = shares;
        this.units = units;
        this.figures = figures;
        this.parts = parts;
        this.narrowed = narrowed;
        this.words = words;
    }

    /** A case in the list. @param used the times in words */
    record Row(String when, String number, String title, String customer, String kind, String unit, Shares bar,
            String used) {}

    @GetMapping("/report/shares")
    ModelAndView shares(Asked asked, @RequestParam(required = false) @Nullable String about,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        var question = Question.of(asked, units, reader);
        var kind = Question.read(TicketKind.class, about);
        var found = shares.page(question.filter(), kind, me.scope(), cursor(asked.after()), PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var page = new ModelAndView("report/shares").addObject("question", question);
        page.addObject("sheet", question.shareSheet(kind));
        page.addObject("rows", shown.stream().map(one -> row(one, reader)).toList());
        page.addObject("total", figures.count(ShareCount.cases(
                shares.counts(question.filter(), kind, me.scope())), reader.locale()));
        page.addObject("narrowed", narrowed.shares(question, kind, reader.locale()));
        return found.size() > PAGE
                ? page.addObject("more", question.sharesAfter(kind, text(shown.getLast().cursor())))
                : page;
    }

    @GetMapping("/report/shares.csv")
    void sheet(Asked asked, @RequestParam(required = false) @Nullable String about,
            @AuthenticationPrincipal SignedIn me, Reader reader, HttpServletResponse response) throws IOException {
        var question = Question.of(asked, units, reader);
        var sheet = Sheet.begin(response, "pledge-shares-" + question.period().first() + "-"
                + question.period().last(), COLUMNS, words, reader);
        shares.all(question.filter(), Question.read(TicketKind.class, about), me.scope(),
                one -> sheet.line(cells(one, reader)));
    }

    private Row row(SharedCase one, Reader reader) {
        var used = Arrays.stream(Tier.values()).filter(tier -> one.share(tier) > 0)
                .map(tier -> words.say("report.shares.used", reader.locale(),
                        words.say("tier." + tier, reader.locale()), words.working(
                                Duration.ofSeconds(Objects.requireNonNull(one.used().get(tier)).seconds()),
                                reader.locale())))
                .collect(Collectors.joining(words.say("list.separator", reader.locale())));
        return new Row(words.moment(one.resolvedAt(), reader), one.ticket().number().value(), one.title(),
                Optional.ofNullable(one.customer()).orElse(""), words.say("kind." + one.kind(), reader.locale()),
                units.unit(one.home()).name(), parts.bar(one::share, reader.locale()), used);
    }

    private Stream<String> cells(SharedCase one, Reader reader) {
        return Stream.of(Stream.of(one.ticket().number().value(), one.title(),
                words.say("kind." + one.kind(), reader.locale()),
                words.say("severity." + one.severity(), reader.locale()),
                Optional.ofNullable(one.customer()).orElse(""), units.unit(one.home()).name(),
                Sheet.time(one.resolvedAt(), reader)),
                Arrays.stream(Tier.values()).map(tier -> Objects.requireNonNull(one.used().get(tier)).toString()),
                Arrays.stream(Tier.values()).map(tier -> parts.percent(one.share(tier), reader.locale())))
                .flatMap(cells -> cells);
    }

    private static String text(SharedCase.Cursor cursor) {
        return cursor.resolvedAt() + "_" + cursor.ticket();
    }

    private static SharedCase.@Nullable Cursor cursor(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split("_");
        try {
            return parts.length == 2
                    ? new SharedCase.Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]))
                    : null;
        } catch (DateTimeException | NumberFormatException forged) {
            return null;
        }
    }
}
