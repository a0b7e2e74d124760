using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using NodaTime;

namespace Clinic.Pharmacy.Sales;

/// <summary>A sale without its lines: who, where, for whom, and the running sums.</summary>
/// <remarks>Enough to add, change or remove one line without reading the others.</remarks>
public sealed record SaleHead
{
    private const string Owners = "sale/";

    /// <summary>The id.</summary>
    public required SaleId Id { get; init; }

    /// <summary>The site that sells.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Where the stock leaves.</summary>
    public required LocationId Location { get; init; }

    /// <summary>Who began the sale, and after the completion who took the money.</summary>
    public required PersonId Cashier { get; init; }

    /// <summary>Which prices hold.</summary>
    public required PriceSegment Segment { get; init; }

    /// <summary>In whose name the invoice is made out; personal.</summary>
    public required Buyer Buyer { get; init; }

    /// <summary>The patient who receives the medicines, or null.</summary>
    public PatientId? Patient { get; init; }

    /// <summary>The department that receives them, or null.</summary>
    public DepartmentId? Department { get; init; }

    /// <summary>When the basket was begun.</summary>
    public required Instant Begun { get; init; }

    /// <summary>Where the sale stands.</summary>
    public SaleStatus Status { get; init; }

    /// <summary>How many lines it has.</summary>
    public int LineCount { get; init; }

    /// <summary>The highest number a line ever had.</summary>
    public int LastLine { get; init; }

    /// <summary>The sum of the lines before taxes.</summary>
    public required Money Net { get; init; }

    /// <summary>The sum of the discounts.</summary>
    public required Money Discount { get; init; }

    /// <summary>The sum of the taxes.</summary>
    public required Money Tax { get; init; }

    /// <summary>The explicit rounding of a total paid in cash; zero for none.</summary>
    public required Money Rounding { get; init; }

    /// <summary>What was paid back so far.</summary>
    public required Money Credited { get; init; }

    /// <summary>When it was completed, or null.</summary>
    public Instant? Completed { get; init; }

    /// <summary>The shift in whose till the payments are, or null.</summary>
    public ShiftId? Shift { get; init; }

    /// <summary>The invoice, or null.</summary>
    public InvoiceId? Invoice { get; init; }

    /// <summary>When it was cancelled, or null.</summary>
    public Instant? Cancelled { get; init; }

    /// <summary>Why it was cancelled, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Counts the changes, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>The sum of the lines with taxes.</summary>
    public Money LinesTotal() => Net + Tax;

    /// <summary>What is to be paid: lines, taxes and rounding.</summary>
    public Money Total() => Net + Tax + Rounding;

    /// <summary>The record to which stock of this sale belongs, such as <c>sale/…</c>.</summary>
    public string Owner() => $"{Owners}{Id}";

    // The sale that a document of the ledger names, or null for every other document.
    internal static SaleId? OfOwner(string document) =>
        document.StartsWith(Owners, StringComparison.Ordinal) && SaleId.TryParse(document[Owners.Length..], out var id) ? id : null;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact() => new("pharmacy.sale", Id.Value);

    /// <summary>The head with one line in the place of another, one version on; constant time.</summary>
    /// <param name="before">The line that goes, or null.</param>
    /// <param name="after">The line that comes, or null.</param>
    public SaleHead With(SaleLine? before, SaleLine? after)
    {
        var next = this with
        {
            Status = SaleLifecycle.Next(Id, Status, SaleTrigger.Change),
            LineCount = LineCount + (after is null ? 0 : 1) - (before is null ? 0 : 1),
            LastLine = Math.Max(LastLine, after?.Number ?? 0),
            Version = Version + 1,
        };
        if (before is not null) next = next with { Net = next.Net - before.Price.Net, Discount = next.Discount - before.Price.Discount, Tax = next.Tax - before.Price.Tax() };
        if (after is not null) next = next with { Net = next.Net + after.Price.Net, Discount = next.Discount + after.Price.Discount, Tax = next.Tax + after.Price.Tax() };
        return next;
    }

    /// <summary>The id only; the buyer is personal.</summary>
    public override string ToString() => Id.ToString();
}
