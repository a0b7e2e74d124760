using Clinic.Bridges.Fhir;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;

namespace Clinic.Bridges.Tests.Fhir;

/// <summary>The table of part (d): every billing and clinical status in the codes of FHIR R4.</summary>
public class StayStatusTests
{
    [Theory]
    [InlineData(StayStatus.Registered, ClinicalStatus.Registered, null, "arrived", "planned")]
    [InlineData(StayStatus.Registered, ClinicalStatus.Triaged, null, "triaged", "planned")]
    [InlineData(StayStatus.Registered, ClinicalStatus.InTreatment, null, "in-progress", "planned")]
    [InlineData(StayStatus.Registered, ClinicalStatus.Departed, null, "finished", "planned")]
    [InlineData(StayStatus.Running, ClinicalStatus.Registered, null, "in-progress", "planned")]
    [InlineData(StayStatus.Running, ClinicalStatus.AwaitingDisposition, null, "in-progress", "planned")]
    [InlineData(StayStatus.Running, ClinicalStatus.Departed, null, "finished", "planned")]
    [InlineData(StayStatus.Paused, ClinicalStatus.InTreatment, PauseKind.OnLeave, "onleave", "planned")]
    [InlineData(StayStatus.Paused, ClinicalStatus.InTreatment, PauseKind.Procedure, "in-progress", "planned")]
    [InlineData(StayStatus.Paused, ClinicalStatus.InTreatment, PauseKind.Administrative, "in-progress", "planned")]
    [InlineData(StayStatus.Closed, ClinicalStatus.InTreatment, null, "finished", "billable")]
    [InlineData(StayStatus.Invoiced, ClinicalStatus.Departed, null, "finished", "billed")]
    [InlineData(StayStatus.Settled, ClinicalStatus.Departed, null, "finished", "billed")]
    [InlineData(StayStatus.Credited, ClinicalStatus.Departed, null, "finished", "aborted")]
    [InlineData(StayStatus.NotBillable, ClinicalStatus.Departed, null, "finished", "not-billable")]
    [InlineData(StayStatus.Cancelled, ClinicalStatus.Cancelled, null, "cancelled", "aborted")]
    [InlineData(StayStatus.EnteredInError, ClinicalStatus.Departed, null, "entered-in-error", "entered-in-error")]
    public void Every_status_has_its_codes(StayStatus billing, ClinicalStatus care, PauseKind? pause, string encounter, string chargeItem)
    {
        Assert.Equal(encounter, StayStatuses.Encounter(billing, care, pause));
        Assert.Equal(chargeItem, StayStatuses.ChargeItem(billing));
    }

    [Fact]
    public void Every_pair_of_statuses_has_a_code_of_the_value_set()
    {
        foreach (var billing in Enum.GetValues<StayStatus>())
        {
            foreach (var care in Enum.GetValues<ClinicalStatus>())
                Assert.Contains(StayStatuses.Encounter(billing, care, null), new[] { "arrived", "triaged", "in-progress", "finished", "cancelled", "entered-in-error" });
        }
    }

    [Theory]
    [InlineData(StayInvoiceStatus.Pending, StayInvoiceKind.Invoice, StayStatus.Invoiced, "draft")]
    [InlineData(StayInvoiceStatus.Rejected, StayInvoiceKind.Invoice, StayStatus.Invoiced, "draft")]
    [InlineData(StayInvoiceStatus.Accepted, StayInvoiceKind.Invoice, StayStatus.Invoiced, "issued")]
    [InlineData(StayInvoiceStatus.Accepted, StayInvoiceKind.Invoice, StayStatus.Settled, "balanced")]
    [InlineData(StayInvoiceStatus.Accepted, StayInvoiceKind.CreditNote, StayStatus.Credited, "issued")]
    [InlineData(StayInvoiceStatus.Accepted, StayInvoiceKind.CreditNote, StayStatus.Settled, "issued")]
    [InlineData(StayInvoiceStatus.Credited, StayInvoiceKind.Invoice, StayStatus.Credited, "cancelled")]
    [InlineData(StayInvoiceStatus.Credited, StayInvoiceKind.Invoice, StayStatus.EnteredInError, "cancelled")]
    [InlineData(StayInvoiceStatus.Void, StayInvoiceKind.Invoice, StayStatus.Credited, "cancelled")]
    [InlineData(StayInvoiceStatus.Void, StayInvoiceKind.Invoice, StayStatus.EnteredInError, "entered-in-error")]
    public void Every_document_has_its_code(StayInvoiceStatus status, StayInvoiceKind kind, StayStatus billing, string expected) =>
        Assert.Equal(expected, StayStatuses.Invoice(status, kind, billing));
}
