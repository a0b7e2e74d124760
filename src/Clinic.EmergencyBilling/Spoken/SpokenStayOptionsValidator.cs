using Microsoft.Extensions.Options;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>Refuses limits under which nothing, or anything, would be understood.</summary>
internal sealed class SpokenStayOptionsValidator : IValidateOptions<SpokenStayOptions>
{
    public ValidateOptionsResult Validate(string? name, SpokenStayOptions options)
    {
        var failures = new List<string>();
        if (options.LeastConfidence is < 0 or > 1) failures.Add(FormattableString.Invariant($"{nameof(options.LeastConfidence)} is {options.LeastConfidence}; allowed is 0 to 1."));
        if (options.LongestBackHours is < 1 or > 24) failures.Add(FormattableString.Invariant($"{nameof(options.LongestBackHours)} is {options.LongestBackHours}; allowed is 1 to 24."));
        if (options.MostChoices is < 1 or > 100) failures.Add(FormattableString.Invariant($"{nameof(options.MostChoices)} is {options.MostChoices}; allowed is 1 to 100."));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
