package io.pledge.web.view;

/**
 * A language one can switch to.
 *
 * @param tag such as zh-CN
 * @param name in itself, such as 中文
 * @param href the same page in that language
 */
public record Language(String tag, String name, String href, boolean current) {}
