/**
 * What the page fragments are fed with: small records, and the pure code that words and places promises.
 *
 * <p>Nothing here knows tickets or the ledger. The pages map what they know to a {@link io.pledge.web.view.PromiseReading}
 * and hand it, with a {@link io.pledge.web.view.Reader}, to {@link io.pledge.web.view.PromiseWords}.
 */
@NullMarked
package io.pledge.web.view;

import org.jspecify.annotations.NullMarked;
