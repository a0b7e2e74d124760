using NodaTime;

namespace Clinic.EmergencyBilling.Statements;

/// <summary>A charge of the same visit from another domain, such as medicines of the pharmacy.</summary>
public sealed record OtherCharge
{
    /// <summary>Where it comes from, such as <c>pharmacy</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What it stands for there; unique within the source.</summary>
    public required string Reference { get; init; }

    /// <summary>When it was delivered or done.</summary>
    public required Instant At { get; init; }

    /// <summary>The code of the product or service.</summary>
    public required string Code { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Description { get; init; }

    /// <summary>How much; below zero for what came back after it was invoiced.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>What the quantity counts.</summary>
    public required string Unit { get; init; }

    /// <summary>The currency of its amounts.</summary>
    public required Abstractions.Currency Currency { get; init; }

    /// <summary>The code of the rule by which it has no price, such as <c>PHA806</c>; null when it has one.</summary>
    public string? Unpriced { get; init; }

    /// <summary>The amount without tax; zero without a price, which is not free of charge.</summary>
    public required decimal Net { get; init; }

    /// <summary>The code of its tax.</summary>
    public required string TaxCode { get; init; }

    /// <summary>Its tax.</summary>
    public required decimal Tax { get; init; }

    /// <summary>With tax.</summary>
    public decimal Total => Net + Tax;
}
