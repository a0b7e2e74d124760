using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Medications;
using NodaTime;

namespace Clinic.Pharmacy.Sales;

/// <summary>Habits and limits of the sale to patients.</summary>
public sealed partial class SalesOptions : IValidatableObject
{
    /// <summary>The order in which lots leave.</summary>
    /// <value>Default first expiry first; first in first out where the clinic wants it. The cost is that of the lot either way.</value>
    public PickingOrder Picking { get; set; } = PickingOrder.Fefo;

    /// <summary>How long a reserved basket is kept.</summary>
    /// <value>Default 15 minutes; 1 minute to 1 day.</value>
    public Duration BasketTime { get; set; } = Duration.FromMinutes(15);

    /// <summary>The most lines of a basket.</summary>
    /// <value>Default 200; 1 to 500.</value>
    [Range(1, 500)]
    public int MostLines { get; set; } = 200;

    /// <summary>The largest total that may be sold to nobody in particular (consumidor final).</summary>
    /// <value>Default 50 in the currency of the site, as the tax authority of Ecuador sets it.</value>
    [Range(typeof(decimal), "0", "1000000000")]
    public decimal FinalConsumerLimit { get; set; } = 50m;

    /// <summary>The smallest coin to which a total paid in cash is rounded, such as 0.05.</summary>
    /// <value>Default null: cash is not rounded.</value>
    public decimal? CashStep { get; set; }

    /// <summary>The classes whose sale needs a prescription; psychotropics and narcotics always do.</summary>
    /// <value>Default empty: only what is controlled; add <see cref="ControlledClass.None"/> to ask for every medicine.</value>
    public ISet<ControlledClass> PrescriptionFor { get; } = new HashSet<ControlledClass>();

    /// <summary>How many days after its date a prescription may be used.</summary>
    /// <value>Default 30; 1 to 365.</value>
    [Range(1, 365)]
    public int PrescriptionDays { get; set; } = 30;

    /// <summary>Establishment and point of issue of each site that has its own, by the site's id.</summary>
    /// <value>Default empty: every site uses <see cref="Series"/>.</value>
    public IDictionary<string, string> SeriesBySite { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Establishment and point of issue of the sites without one of their own.</summary>
    /// <value>Default <c>001-001</c>.</value>
    public string Series { get; set; } = "001-001";

    /// <summary>The name at the head of receipts.</summary>
    /// <value>Default null: the name of the site.</value>
    public string? SellerName { get; set; }

    /// <summary>The seller's taxpayer number on receipts.</summary>
    /// <value>Default null: none is printed.</value>
    public string? SellerNumber { get; set; }

    /// <summary>The pause after the first failure to reach the issuer of invoices; it doubles with each one.</summary>
    /// <value>Default 30 seconds; 1 second to 1 hour.</value>
    public Duration InvoicePause { get; set; } = Duration.FromSeconds(30);

    /// <summary>The longest pause between two attempts to reach the issuer of invoices.</summary>
    /// <value>Default 1 hour; not under the first pause, at most 1 day.</value>
    public Duration LongestInvoicePause { get; set; } = Duration.FromHours(1);

    /// <summary>Establishment and point of issue of a site.</summary>
    public string SeriesOf(SiteId site) => SeriesBySite.TryGetValue(site.ToString(), out var own) ? own : Series;

    /// <summary>Whether a class needs a prescription; what is controlled always does.</summary>
    public bool NeedsPrescription(ControlledClass controlled) => controlled != ControlledClass.None || PrescriptionFor.Contains(controlled);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BasketTime < Duration.FromMinutes(1) || BasketTime > Duration.FromDays(1))
            yield return new("BasketTime is 1 minute to 1 day.", [nameof(BasketTime)]);
        if (CashStep is <= 0 or > 1000) yield return new("CashStep is more than 0 and at most 1000, or nothing.", [nameof(CashStep)]);
        if (InvoicePause < Duration.FromSeconds(1) || InvoicePause > Duration.FromHours(1))
            yield return new("InvoicePause is 1 second to 1 hour.", [nameof(InvoicePause)]);
        if (LongestInvoicePause < InvoicePause || LongestInvoicePause > Duration.FromDays(1))
            yield return new("LongestInvoicePause is at least InvoicePause and at most 1 day.", [nameof(LongestInvoicePause)]);
        foreach (var series in SeriesBySite.Values.Append(Series))
        {
            if (!SeriesPattern().IsMatch(series)) yield return new($"The series '{series}' is not of the form 001-001.", [nameof(Series)]);
        }
    }

    [GeneratedRegex(@"^[0-9]{3}-[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SeriesPattern();
}
