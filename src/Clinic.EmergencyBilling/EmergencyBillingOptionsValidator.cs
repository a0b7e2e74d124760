using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.EmergencyBilling;

/// <summary>Refuses settings that no clinic can mean, before the first stay.</summary>
internal sealed class EmergencyBillingOptionsValidator : IValidateOptions<EmergencyBillingOptions>
{
    public ValidateOptionsResult Validate(string? name, EmergencyBillingOptions options)
    {
        var failures = new List<string>();
        Between(failures, nameof(options.ClockSkew), options.ClockSkew, Duration.Zero, Duration.FromMinutes(15));
        Between(failures, nameof(options.ApproveLaterThan), options.ApproveLaterThan, Duration.FromMinutes(1), Duration.FromDays(7));
        Between(failures, nameof(options.ReopenWithin), options.ReopenWithin, Duration.FromMinutes(1), Duration.FromDays(366));
        if (options.SpecificityOrder.Count > 0 && (options.SpecificityOrder.Count != 3 || options.SpecificityOrder.Distinct().Count() != 3))
            failures.Add($"EmergencyBilling:{nameof(options.SpecificityOrder)} is {string.Join(", ", options.SpecificityOrder)}; allowed is each of Payer, ServiceLine and Acuity once.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Between(List<string> failures, string field, Duration found, Duration least, Duration most)
    {
        if (found < least || found > most) failures.Add($"EmergencyBilling:{field} is {found}; allowed is {least} to {most}.");
    }
}
