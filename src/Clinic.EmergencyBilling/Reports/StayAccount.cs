using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>A stay with every revision of its bill and every document, as they were at one moment.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Revisions">The revisions, first first.</param>
/// <param name="Invoices">Invoices and credit notes in the order of their request, then by id.</param>
/// <param name="SpeaksForVisit">Whether it is the stay that stands for its visit: of several the last registered, and of those not void if there is one.</param>
public sealed record StayAccount(EmergencyStay Stay, IReadOnlyList<RecordedStatement> Revisions, IReadOnlyList<StayInvoice> Invoices, bool SpeaksForVisit)
{
    /// <summary>The last final bill; null when there was none.</summary>
    public RecordedStatement? Bill => Revisions.LastOrDefault(r => r.Statement.Kind == StatementKind.Final);

    /// <summary>Whether the last bill was taken back, so that nothing is owed by it.</summary>
    public bool IsCredited => Revisions is [.., { Statement.Kind: StatementKind.Credit }];
}
