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
        Between(failures, nameof(options.InvoicePause), options.InvoicePause, Duration.FromSeconds(1), Duration.FromHours(1));
        Between(failures, nameof(options.LongestInvoicePause), options.LongestInvoicePause, options.InvoicePause, Duration.FromHours(24));
        Between(failures, nameof(options.LiveLookEvery), options.LiveLookEvery, Duration.FromMilliseconds(50), Duration.FromMinutes(1));
        Between(failures, nameof(options.LiveTickEvery), options.LiveTickEvery, Duration.FromSeconds(1), Duration.FromMinutes(10));
        if (options.MostLiveListeners is < 1 or > 10_000)
            failures.Add(FormattableString.Invariant($"EmergencyBilling:{nameof(options.MostLiveListeners)} is {options.MostLiveListeners}; allowed is 1 to 10000."));
        foreach (var series in options.InvoiceSeriesBySite.Values.Append(options.InvoiceSeries).Where(s => !IsSeries(s)))
            failures.Add($"EmergencyBilling:{nameof(options.InvoiceSeries)} is '{series}'; allowed is establishment and point of issue, such as 001-002.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Between(List<string> failures, string field, Duration found, Duration least, Duration most)
    {
        if (found < least || found > most) failures.Add($"EmergencyBilling:{field} is {found}; allowed is {least} to {most}.");
    }

    private static bool IsSeries(string? series) =>
        series is { Length: 7 } && series[3] == '-' && series.Where((_, i) => i != 3).All(char.IsAsciiDigit);
}
