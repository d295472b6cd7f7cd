package io.pledge.security;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.pledge.organisation.Units;

/** The form to sign in; in a demonstration it says with whom and how. */
@Controller
class SignInPage {
    private final ObjectProvider<DemonstrationUsers> demonstration;
    private final Units units;

    SignInPage(ObjectProvider<DemonstrationUsers> demonstration, Units units) {
        this.demonstration = demonstration;
        this.units = units;
    }

    @GetMapping("/sign-in")
    String form(@AuthenticationPrincipal @Nullable SignedIn person, @RequestParam Map<String, String> parameters,
            Model model) {
        if (person != null) {
            return "redirect:" + Doors.home(person);
        }
        model.addAttribute("failed", parameters.containsKey("failed"));
        model.addAttribute("paused", parameters.containsKey("paused"));
        model.addAttribute("out", parameters.containsKey("out"));
        demonstration.ifAvailable(users -> offer(users, parameters.get("user"), model));
        return "signin";
    }

    /** Only who really is offered is filled in. */
    private void offer(DemonstrationUsers users, @Nullable String chosen, Model model) {
        List<Offer> offers = users.users().stream()
                .map(user -> new Offer(user.username(), user.name(),
                        user.roles().stream().sorted().map(Enum::name).toList(),
                        units.unit(user.unit()).name()))
                .toList();
        model.addAttribute("offers", offers);
        model.addAttribute("demoPassword", users.password());
        offers.stream().filter(offer -> offer.username().equals(chosen)).findFirst()
                .ifPresent(offer -> model.addAttribute("chosen", offer));
    }

    /** One line of the demonstration's list. */
    record Offer(String username, String name, List<String> roles, String unit) {}
}
