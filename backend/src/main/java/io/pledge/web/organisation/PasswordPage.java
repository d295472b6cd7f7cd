package io.pledge.web.organisation;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** Sets the password of somebody of the staff, who is handed it in person. */
@Controller
@RequestMapping("/admin/organisation/people/{username}/password")
class PasswordPage {
    private final Staff staff;
    private final PasswordEncoder passwords;
    private final TimeWords words;

    PasswordPage(Staff staff, PasswordEncoder passwords, TimeWords words) {
        this.staff = staff;
        this.passwords = passwords;
        this.words = words;
    }

    @GetMapping
    ModelAndView form(@PathVariable String username) {
        return new ModelAndView("organisation/password").addObject("person", require(username)).addObject("form",
                new PasswordForm(null, null));
    }

    @PostMapping
    ModelAndView setPassword(@PathVariable String username, @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors, Reader reader, RedirectAttributes after) {
        var person = require(username);
        if (!errors.hasErrors() && !form.fits()) {
            errors.rejectValue("password", "admin.password.length");
        }
        if (!errors.hasErrors() && !form.same()) {
            errors.rejectValue("again", "admin.password.differs");
        }
        var password = form.password();
        if (errors.hasErrors() || password == null) {
            var page = new ModelAndView("organisation/password").addObject("person", person);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        staff.setPassword(person.id(), passwords.encode(password));
        after.addFlashAttribute("toast",
                new Toast("check", words.say("admin.password.set", reader.locale(), person.name()), null));
        return new ModelAndView("redirect:/admin/organisation");
    }

    private Person require(String username) {
        return staff.byUsername(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
