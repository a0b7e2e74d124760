using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling;

/// <summary>What a clinic decides about its emergency billing.</summary>
public sealed class EmergencyBillingOptions
{
    /// <summary>How far ahead of the server's clock an entered time may lie.</summary>
    /// <value>Default one minute.</value>
    public Duration ClockSkew { get; set; } = Duration.FromMinutes(1);

    /// <summary>Whether somebody else than its author must publish a version of a tariff.</summary>
    /// <value>Default true.</value>
    public bool PublisherDiffers { get; set; } = true;

    /// <summary>What outweighs what when several tariffs fit a stay, weightiest first; each dimension once.</summary>
    /// <value>Empty for payer, service line, acuity.</value>
    public IList<TariffDimension> SpecificityOrder { get; } = [];

    internal SpecificityOrder Specificity() => SpecificityOrder.Count == 0 ? Tariffs.SpecificityOrder.PayerFirst : new([.. SpecificityOrder]);
}
