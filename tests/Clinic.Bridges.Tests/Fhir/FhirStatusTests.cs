using Clinic.Bridges.Fhir;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;

namespace Clinic.Bridges.Tests.Fhir;

/// <summary>The table of part (d): every status in the codes of FHIR.</summary>
public class FhirStatusTests
{
    [Theory]
    [InlineData(DispenseStatus.Draft, null, "draft", "draft")]
    [InlineData(DispenseStatus.Requested, null, "draft", "draft")]
    [InlineData(DispenseStatus.Authorised, null, "active", "draft")]
    [InlineData(DispenseStatus.InPreparation, "preparation", "active", "planned")]
    [InlineData(DispenseStatus.OnHold, "on-hold", "on-hold", "suspended")]
    [InlineData(DispenseStatus.Ready, "in-progress", "active", "active")]
    [InlineData(DispenseStatus.Delivered, "completed", "active", "complete")]
    [InlineData(DispenseStatus.Stopped, "stopped", "stopped", "failed")]
    [InlineData(DispenseStatus.Declined, "declined", "cancelled", "abandoned")]
    [InlineData(DispenseStatus.Cancelled, "cancelled", "cancelled", "abandoned")]
    [InlineData(DispenseStatus.EnteredInError, "entered-in-error", "entered-in-error", "error")]
    public void Every_status_has_its_codes(DispenseStatus status, string? dispense, string request, string canonical)
    {
        Assert.Equal(dispense, FhirStatuses.Dispense(status));
        Assert.Equal(request, FhirStatuses.Request(status, AccountabilityStatus.Open));
        Assert.Equal(canonical, FhirStatuses.Canonical(status));
    }

    [Theory]
    [InlineData(AccountabilityStatus.Open, "active")]
    [InlineData(AccountabilityStatus.ToReconcile, "active")]
    [InlineData(AccountabilityStatus.UnderReview, "active")]
    [InlineData(AccountabilityStatus.Closed, "completed")]
    [InlineData(AccountabilityStatus.ClosedWithDifference, "completed")]
    public void A_request_is_completed_when_the_books_are_closed(AccountabilityStatus accountability, string expected) =>
        Assert.Equal(expected, FhirStatuses.Request(DispenseStatus.Delivered, accountability));

    [Theory]
    [InlineData("mg", true)]
    [InlineData("mL", true)]
    [InlineData("mg/mL", true)]
    [InlineData("mg/kg/h", true)]
    [InlineData("{tbl}", true)]
    [InlineData("box", false)]
    [InlineData("caja", false)]
    [InlineData("{a}b", false)]
    public void Only_what_is_surely_UCUM_is_called_so(string code, bool isUcum) => Assert.Equal(isUcum, Ucum.IsCode(code));
}
