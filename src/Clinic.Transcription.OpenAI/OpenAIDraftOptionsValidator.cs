using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Transcription.OpenAI;

/// <summary>Refuses settings with which no draft could be asked for, before the first visit.</summary>
internal sealed class OpenAIDraftOptionsValidator : IValidateOptions<OpenAIDraftOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenAIDraftOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.ApiKey)) failures.Add("Transcription:OpenAI:ApiKey is empty; a key is needed.");
        if (string.IsNullOrWhiteSpace(options.Model)) failures.Add("Transcription:OpenAI:Model is empty; allowed is a dated model, such as gpt-4o-2024-08-06.");
        if (!options.Endpoint.IsAbsoluteUri || !(options.Endpoint.Scheme == Uri.UriSchemeHttps || (options.Endpoint.Scheme == Uri.UriSchemeHttp && options.Endpoint.IsLoopback)))
            failures.Add($"Transcription:OpenAI:Endpoint is {options.Endpoint}; allowed is https, or http on this machine.");
        Between(failures, nameof(options.Timeout), options.Timeout, Duration.FromSeconds(1), Duration.FromMinutes(10));
        Between(failures, nameof(options.WholeTime), options.WholeTime, options.Timeout, Duration.FromMinutes(30));
        if (options.Retries is < 0 or > 10) failures.Add(FormattableString.Invariant($"Transcription:OpenAI:Retries is {options.Retries}; allowed is 0 to 10."));
        if (options.MostTokens is < 256 or > 100_000) failures.Add(FormattableString.Invariant($"Transcription:OpenAI:MostTokens is {options.MostTokens}; allowed is 256 to 100000."));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Between(List<string> failures, string name, Duration found, Duration least, Duration most)
    {
        if (found < least || found > most) failures.Add(FormattableString.Invariant($"Transcription:OpenAI:{name} is {found}; allowed is {least} to {most}."));
    }
}
