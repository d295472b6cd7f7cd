package io.pledge.customer;

import java.time.ZoneId;

import io.pledge.organisation.UnitId;

/** A place of a customer where equipment stands, and the local office that serves it. */
public record Site(SiteId id, CustomerId customer, String name, ZoneId zone, UnitId unit) {}
