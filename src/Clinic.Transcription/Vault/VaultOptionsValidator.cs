using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Transcription.Vault;

/// <summary>Refuses a vault without a place, before the first recording.</summary>
internal sealed class VaultOptionsValidator : IValidateOptions<VaultOptions>
{
    public ValidateOptionsResult Validate(string? name, VaultOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Folder)) failures.Add($"Vault:{nameof(options.Folder)} is empty; name the folder of the recordings.");
        if (options.Limits.LargestBytes <= 0) failures.Add($"Vault:{nameof(options.Limits)} allows {options.Limits.LargestBytes} bytes; allowed is 1 or more.");
        if (options.Limits.Longest <= Duration.Zero) failures.Add($"Vault:{nameof(options.Limits)} allows no time; allowed is more than zero.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
