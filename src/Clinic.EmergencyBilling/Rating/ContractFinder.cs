using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Rating;

/// <summary>Which version prices which instant of a stay, under the policies of the version at its start.</summary>
internal sealed class ContractFinder
{
    private readonly TariffBook book;
    private readonly IReadOnlyList<StayTerms> terms;
    private readonly long start;
    private readonly long end;
    private readonly MidStayPolicy midStay;
    private readonly bool oneAcuity;
    private readonly AcuityLevel? acuity;

    public ContractFinder(TariffBook book, StayTimeline stay, long start, long end)
    {
        this.book = book;
        this.start = start;
        this.end = end;
        terms = stay.Terms;
        var first = TermsAt(start, out _);
        var atStart = book.Find(terms[first].Payer, terms[first].ServiceLine, terms[first].Acuity, start, out _) ?? throw None(first, start);
        midStay = atStart.Terms.MidStay;
        oneAcuity = atStart.Terms.Acuity != AcuityPolicy.SplitAtChange;
        if (oneAcuity) acuity = OneAcuity(atStart.Terms.Acuity, first);
        Lead = Find(first, start, out _) ?? throw None(first, start);
    }

    /// <summary>The version whose metering, caps, limits and rounding hold for the whole stay.</summary>
    public TariffVersion Lead { get; }

    public bool IsSplit => midStay == MidStayPolicy.SplitAtEffectiveInstant;

    /// <summary>The acuity that restrictions see.</summary>
    public AcuityLevel? AcuityOf(int index) => oneAcuity ? acuity : terms[index].Acuity;

    public string? PayerOf(int index) => terms[index].Payer;

    /// <summary>The contract at an instant, and until when it holds; null only for rounding beyond the end of all tariffs.</summary>
    public TariffVersion? At(long second, out int index, out long until)
    {
        index = TermsAt(second, out var sameTerms);
        var version = Find(index, second, out var sameVersion);
        until = IsSplit ? Math.Min(sameTerms, sameVersion) : sameTerms;
        return version ?? (second < end ? throw None(index, second) : null);
    }

    private TariffVersion? Find(int index, long second, out long until) =>
        book.Find(terms[index].Payer, terms[index].ServiceLine, AcuityOf(index), midStay switch
        {
            MidStayPolicy.LockAtStart => start,
            MidStayPolicy.UseAtClose => end,
            // The clock's resolution may put the start a little before the stay.
            _ => Math.Max(second, start),
        }, out until);

    // Terms said from the end on do not count: nothing of the stay lies there.
    private int TermsAt(long second, out long until)
    {
        var index = 0;
        until = long.MaxValue;
        for (var i = 1; i < terms.Count; i++)
        {
            var from = terms[i].From.ToUnixTimeSeconds();
            if (from >= end && from > start) break;
            if (from > second)
            {
                until = from;
                break;
            }

            index = i;
        }

        return index;
    }

    private AcuityLevel? OneAcuity(AcuityPolicy policy, int first)
    {
        var last = TermsAt(end, out _);
        return policy switch
        {
            AcuityPolicy.AtStart => terms[first].Acuity,
            AcuityPolicy.AtClose => terms[last].Acuity,
            _ => terms.Take(last + 1).Skip(first).Min(t => t.Acuity),
        };
    }

    private EmergencyBillingException None(int index, long second) =>
        new(EmergencyBillingRules.NoTariffInForce, ("at", Instant.FromUnixTimeSeconds(second)),
            ("key", new TariffKey(terms[index].Payer, terms[index].ServiceLine, oneAcuity ? acuity : terms[index].Acuity)));
}
