package io.pledge.web.admin;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.organisation.Staff;
import io.pledge.security.SignedIn;
import io.pledge.sla.HolidayGaps;
import io.pledge.sla.OnDisk;
import io.pledge.sla.PolicyReload;
import io.pledge.sla.PolicyVersions;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/**
 * The policies and calendars under which promises are made now, and those of before, which older promises keep. Files that were
 * changed since are put into force here.
 */
@Controller
class PoliciesPage {
    private final PolicyVersions versions;
    private final PolicyReload reload;
    private final HolidayGaps gaps;
    private final Staff staff;
    private final TimeWords words;

    PoliciesPage(PolicyVersions versions, PolicyReload reload, HolidayGaps gaps, Staff staff, TimeWords words) {
        this.versions = versions;
        this.reload = reload;
        this.gaps = gaps;
        this.staff = staff;
        this.words = words;
    }

    /** A version of a file. */
    record Version(long id, String name, String loaded, boolean inForce, String body) {}

    @GetMapping("/admin/policies")
    ModelAndView policies(Reader reader) {
        return page(reload.look(), reader);
    }

    @PostMapping("/admin/policies")
    ModelAndView put(@RequestParam(defaultValue = "") String seen, @AuthenticationPrincipal SignedIn me, Reader reader,
            RedirectAttributes after) {
        var left = reload.put(seen, me.id());
        if (left instanceof OnDisk.Same) {
            after.addFlashAttribute("toast", new Toast("check", words.say("admin.disk.done", reader.locale()), null));
            return new ModelAndView("redirect:/admin/policies");
        }
        var page = page(left, reader).addObject("moved", left instanceof OnDisk.Different);
        page.setStatus(left instanceof OnDisk.Different ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(OnDisk disk, Reader reader) {
        var all = versions.all().stream().map(version -> version(version, reader)).toList();
        return new ModelAndView("admin/policies").addObject("policies", named(all, true))
                .addObject("calendars", named(all, false)).addObject("since", since(reader))
                .addObject("disk", DiskView.of(disk, words, reader.locale()))
                .addObject("gaps", gaps.at(reader.now()).stream()
                        .map(gap -> words.say("admin.calendars.gap", reader.locale(), gap.calendar(), years(gap)))
                        .toList());
    }

    private String since(Reader reader) {
        var since = reload.since();
        var at = words.moment(since.at(), reader);
        return since.by() == null
                ? words.say("admin.since.start", reader.locale(), at)
                : words.say("admin.since.person", reader.locale(), at, staff.person(since.by()).name());
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
