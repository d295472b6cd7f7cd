package io.pledge.web.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The messages and templates as the application has them, without the application. */
final class Look {

    static final Instant NOW = Instant.parse("2026-11-19T13:12:00Z");
    static final Reader HAMBURG = new Reader(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), NOW);
    static final Reader SHANGHAI = new Reader(Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"), NOW);

    private Look() {}

    static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/common");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    static TimeWords time() {
        return new TimeWords(messages());
    }

    static PromiseWords promises() {
        return new PromiseWords(time());
    }

    /** What a browser gets for a template of these tests. */
    static String rendered(String template, Locale locale, Map<String, ?> model) throws Exception {
        var mvc = MockMvcBuilders.standaloneSetup(new OnePage(template, model)).setViewResolvers(views()).build();
        return mvc.perform(get("/").locale(locale)).andReturn().getResponse().getContentAsString();
    }

    private static ThymeleafViewResolver views() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages());
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    @Controller
    @TestComponent
    private record OnePage(String template, Map<String, ?> model) {

        @GetMapping("/")
        ModelAndView page() {
            return new ModelAndView(template, model);
        }
    }
}
