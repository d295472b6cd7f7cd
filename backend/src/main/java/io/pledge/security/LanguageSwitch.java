package io.pledge.security;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps the language that somebody asked for in an address ({@code ?lang=zh-CN}); one we do not write in is passed over. */
@Configuration(proxyBeanMethods = false)
class LanguageSwitch implements WebMvcConfigurer {
    private final PageLanguage language;

    LanguageSwitch(PageLanguage language) {
        this.language = language;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                Optional.ofNullable(request.getParameter(PageLanguage.PARAMETER))
                        .ifPresent(wanted -> language.setLocale(request, response, language.resolveLocale(request)));
                return true;
            }
        });
    }
}
