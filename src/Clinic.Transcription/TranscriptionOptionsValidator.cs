using Microsoft.Extensions.Options;

namespace Clinic.Transcription;

/// <summary>Refuses settings that no clinic can mean, before the first recording.</summary>
internal sealed class TranscriptionOptionsValidator : IValidateOptions<TranscriptionOptions>
{
    public ValidateOptionsResult Validate(string? name, TranscriptionOptions options)
    {
        var failures = new List<string>();
        if (options.Language is not ("es" or "en"))
            failures.Add($"Transcription:{nameof(options.Language)} is '{options.Language}'; allowed is es or en.");
        failures.AddRange(options.Sessions.Failures());
        failures.AddRange(options.Work.Failures());
        failures.AddRange(options.Live.Failures());
        failures.AddRange(options.Search.Failures());
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
