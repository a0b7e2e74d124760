using Microsoft.Extensions.Options;

namespace Clinic.Bridges.Sealing;

/// <summary>Refuses places that cannot be used, at the start.</summary>
internal sealed class SealPublishingOptionsValidator : IValidateOptions<SealPublishingOptions>
{
    public ValidateOptionsResult Validate(string? name, SealPublishingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Webhook is { } address && !(address.IsAbsoluteUri && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))))
            return ValidateOptionsResult.Fail($"The webhook of seals is '{address}'; allowed is an https address, or http on this machine.");
        return ValidateOptionsResult.Success;
    }
}
