using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Takes a rule out of use; a less particular one or the options judge from now on.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Version">The version that was read.</param>
public sealed record RetireAlertRule(AlertRuleId Id, long Version) : PharmacyCommand<CatalogueAnswer<AlertRuleId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.retire-alert-rule";
}
