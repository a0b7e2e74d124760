using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Statements.Printing;

/// <summary>What stands on a printed bill; names of people come with the printing and are kept nowhere.</summary>
/// <param name="Stay">The stay as it is now.</param>
/// <param name="Priced">The stay as the bill priced it: its log up to then.</param>
/// <param name="Time">The statement of the time; null when it has no price.</param>
/// <param name="Recorded">The revision; null for a preview.</param>
/// <param name="Revisions">Every revision, first first.</param>
/// <param name="Others">The charges of other domains on this bill.</param>
/// <param name="Later">What was delivered or came back after the invoices.</param>
/// <param name="Total">Time and others; null when something has no price.</param>
/// <param name="Invoices">Invoices and credit notes that belong to it.</param>
/// <param name="Words">The sentences that explain the time.</param>
public sealed record BillPaper(
    EmergencyStay Stay, EmergencyStay Priced, ChargeStatement? Time, RecordedStatement? Recorded, IReadOnlyList<RecordedStatement> Revisions,
    IReadOnlyList<OtherCharge> Others, IReadOnlyList<OtherCharge> Later, decimal? Total, IReadOnlyList<StayInvoice> Invoices, IReadOnlyList<string> Words)
{
    /// <summary>Everybody whose name the bill shows, each once.</summary>
    public IReadOnlyList<PersonId> People =>
        [.. Signatures.SelectMany(e => new[] { e.By, e.Approval?.Approver ?? e.By }).Concat(Revisions.Select(r => r.By)).Distinct()];

    /// <summary>The entries that somebody answers for by name: who closed, corrected, took out, reopened, and who approved.</summary>
    internal IEnumerable<StayEvent> Signatures => Priced.Events.Where(e => e.Kind is StayEventKind.Closed or StayEventKind.Abandoned
        or StayEventKind.TimeCorrected or StayEventKind.CarvedOut or StayEventKind.Reopened);

    internal static BillPaper Of(
        StayBill bill, ChargeStatement? time, RecordedStatement? recorded, IReadOnlyList<RecordedStatement> all, IReadOnlyList<string> words)
    {
        if (recorded is null || recorded.Revision == bill.Revision)
            return new(bill.Stay, Until(bill.Stay, recorded), time, recorded, all, bill.Others, bill.Later, bill.Total, bill.Invoices, words);
        // An earlier revision or a credit: what its own documents say, and nothing of what came after.
        var documents = bill.Invoices.Where(i => i.ToSnapshot().Revision == recorded.Revision).ToList();
        var others = ChargesLeft.On(documents, bill.Others);
        return new(bill.Stay, Until(bill.Stay, recorded), time, recorded, all, others, [], StayBill.Sum(time, others), documents, words);
    }

    // Each version of a stay added one entry to its log.
    private static EmergencyStay Until(EmergencyStay stay, RecordedStatement? recorded) => recorded is null
        ? stay
        : EmergencyStay.Restore(stay.ToSnapshot() with { Events = [.. stay.Events.Take((int)recorded.StayVersion)], Version = recorded.StayVersion });
}
