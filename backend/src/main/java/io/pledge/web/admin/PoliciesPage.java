package io.pledge.web.admin;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.sla.HolidayGaps;
import io.pledge.sla.PolicyVersions;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The policies and calendars under which promises are made now, and those of before, which older promises keep. */
@Controller
class PoliciesPage {
    private final PolicyVersions versions;
    private final HolidayGaps gaps;
    private final TimeWords words;

    PoliciesPage(PolicyVersions versions, HolidayGaps gaps, TimeWords words) {
        this.versions = versions;
        this.gaps = gaps;
        this.words = words;
    }

    /** A version of a file. */
    record Version(long id, String name, String loaded, boolean inForce, String body) {}

    @GetMapping("/admin/policies")
    ModelAndView policies(Reader reader) {
        var all = versions.all().stream().map(version -> version(version, reader)).toList();
        return new ModelAndView("admin/policies").addObject("policies", named(all, true))
                .addObject("calendars", named(all, false)).addObject("gaps", gaps.at(reader.now()).stream()
                        .map(gap -> words.say("admin.calendars.gap", reader.locale(), gap.calendar(), years(gap)))
                        .toList());
    }

    private static String years(HolidayGaps.Gap gap) {
        return gap.years().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private Version version(PolicyVersions.Version version, Reader reader) {
        return new Version(version.id(), version.name(), words.moment(version.loadedAt(), reader), version.inForce(),
                version.body());
    }

    private static List<Version> named(List<Version> all, boolean policies) {
        return all.stream().filter(version -> version.name.equals(PolicyVersions.POLICIES) == policies).toList();
    }
}
