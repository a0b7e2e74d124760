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

    /// <summary>How late a time of a stay may be entered without a second person.</summary>
    /// <value>Default 30 minutes; 1 minute to 7 days.</value>
    public Duration ApproveLaterThan { get; set; } = Duration.FromMinutes(30);

    /// <summary>Whether every change to a closed stay's time needs a second person, however late it is.</summary>
    /// <value>Default true.</value>
    public bool ApproveAfterClose { get; set; } = true;

    /// <summary>How long after its close a stay may be reopened.</summary>
    /// <value>Default 72 hours; 1 minute to 366 days.</value>
    public Duration ReopenWithin { get; set; } = Duration.FromHours(72);

    /// <summary>What outweighs what when several tariffs fit a stay, weightiest first; each dimension once.</summary>
    /// <value>Empty for payer, service line, acuity.</value>
    public IList<TariffDimension> SpecificityOrder { get; } = [];

    internal SpecificityOrder Specificity() => SpecificityOrder.Count == 0 ? Tariffs.SpecificityOrder.PayerFirst : new([.. SpecificityOrder]);
}
