using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements;
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

    /// <summary>On whose invoice the charges of other domains stand.</summary>
    /// <value>Default the payer's, where the stay has one.</value>
    public OtherChargesGoTo OtherChargesGoTo { get; set; } = OtherChargesGoTo.Payer;

    /// <summary>Establishment and point of issue of the clinic's own numbers, where a site has none of its own.</summary>
    /// <value>Default <c>001-002</c>; three digits, a dash, three digits.</value>
    public string InvoiceSeries { get; set; } = "001-002";

    /// <summary>Establishment and point of issue by the id of the site.</summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, string> InvoiceSeriesBySite { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pause after the first attempt to reach the issuer; it doubles each time.</summary>
    /// <value>Default 30 seconds.</value>
    public Duration InvoicePause { get; set; } = Duration.FromSeconds(30);

    /// <summary>The longest pause between two attempts.</summary>
    /// <value>Default one hour.</value>
    public Duration LongestInvoicePause { get; set; } = Duration.FromHours(1);

    /// <summary>How often a site that somebody watches is asked whether one of its stays changed.</summary>
    /// <value>Default 2 seconds; 50 milliseconds to 1 minute.</value>
    public Duration LiveLookEvery { get; set; } = Duration.FromSeconds(2);

    /// <summary>How often the running timers are sent with figures of the moment, when nothing happens.</summary>
    /// <value>Default 15 seconds; 1 second to 10 minutes.</value>
    public Duration LiveTickEvery { get; set; } = Duration.FromSeconds(15);

    /// <summary>How many may watch the running timers of one site at once, in this process.</summary>
    /// <value>Default 200; 1 to 10,000.</value>
    public int MostLiveListeners { get; set; } = 200;

    /// <summary>What outweighs what when several tariffs fit a stay, weightiest first; each dimension once.</summary>
    /// <value>Empty for payer, service line, acuity.</value>
    public IList<TariffDimension> SpecificityOrder { get; } = [];

    internal string SeriesOf(SiteId site) => InvoiceSeriesBySite.TryGetValue(site.ToString(), out var own) ? own : InvoiceSeries;

    internal SpecificityOrder Specificity() => SpecificityOrder.Count == 0 ? Tariffs.SpecificityOrder.PayerFirst : new([.. SpecificityOrder]);
}
