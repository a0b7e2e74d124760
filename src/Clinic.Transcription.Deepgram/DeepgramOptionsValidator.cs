using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Transcription.Deepgram;

/// <summary>Refuses settings that would send audio unprotected or that the service would refuse.</summary>
internal sealed class DeepgramOptionsValidator : IValidateOptions<DeepgramOptions>
{
    private const int LongestKey = 500;
    private const int MostAttempts = 10;
    private const int LongestExtra = 2048;
    private const int LongestWord = 64;

    public ValidateOptionsResult Validate(string? name, DeepgramOptions options)
    {
        var failures = new List<string>();
        void Require(bool holds, string setting, string allowed)
        {
            if (!holds) failures.Add($"Deepgram:{setting} is not allowed; allowed is {allowed}.");
        }

        Require(options.ApiKey is { Length: > 0 and <= LongestKey } key && key.All(c => c is > ' ' and <= '~'), nameof(options.ApiKey), "a key without spaces");
        Require(IsSafe(options.BaseAddress), nameof(options.BaseAddress), "an absolute https address, or http on this machine, without user, query or fragment");
        Require(!string.IsNullOrWhiteSpace(options.Model), nameof(options.Model), "the name of a model");
        Require(options.DiarizeModel is "latest" or "v1" or "v2", nameof(options.DiarizeModel), "latest, v1 or v2");
        Require(options.UtteranceSplit is null || (options.UtteranceSplit > Duration.Zero && options.UtteranceSplit <= Duration.FromSeconds(10)), nameof(options.UtteranceSplit), "more than 0 up to 10 s");
        Require(options.Endpointing >= Duration.Zero && options.Endpointing <= Duration.FromSeconds(10), nameof(options.Endpointing), "0 to 10 s");
        Require(options.UtteranceEnd is null || (options.UtteranceEnd >= Duration.FromSeconds(1) && options.UtteranceEnd <= Duration.FromSeconds(5)), nameof(options.UtteranceEnd), "1 to 5 s, or none");
        Require(options.UtteranceEnd is null || options.InterimResults, nameof(options.InterimResults), "true where UtteranceEnd is set");
        Require(options.Version is null || IsWord(options.Version), nameof(options.Version), "latest or the number of a version");
        Require(options.Summarize is null or "v2", nameof(options.Summarize), "v2, or none");
        Require(options.DetectLanguages.All(IsWord), nameof(options.DetectLanguages), "languages such as es or en-US");
        Require(options.Redact.All(IsWord), nameof(options.Redact), "kinds such as pci, numbers or the name of an entity");
        Require(options.Replace.All(r => r.IndexOf(':', StringComparison.Ordinal) > 0), nameof(options.Replace), "found:replacement");
        Require(options.Search.All(s => s is { Length: > 0 and <= 128 } && !string.IsNullOrWhiteSpace(s)), nameof(options.Search), "1 to 128 characters each");
        Require(options.Extra.All(e => e.Length <= LongestExtra && e.IndexOf(':', StringComparison.Ordinal) > 0), nameof(options.Extra), "name:value of up to 2048 characters each");
        Require(options.Tags.All(t => t.Length is > 0 and <= 128), nameof(options.Tags), "1 to 128 characters each");
        Patience(options.Patience, Require);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Patience(DeepgramPatience p, Action<bool, string, string> require)
    {
        require(p.Attempts is >= 1 and <= MostAttempts, "Patience:Attempts", "1 to 10");
        require(p.Reconnects >= 0, "Patience:Reconnects", "0 or more");
        require(p.ReplaySpeed is > 1 and <= 1.25, "Patience:ReplaySpeed", "more than 1 up to 1.25");
        require(p.WaitingFrames >= 1, "Patience:WaitingFrames", "1 or more");
        require(p.LongestReplay >= Duration.Zero, "Patience:LongestReplay", "0 or more");
        require(
            ((Duration[])[p.FirstDelay, p.LongestDelay, p.Answer, p.Connect, p.Open, p.ReconnectDelay, p.KeepAlive, p.Stall, p.Flush, p.Close, p.LaggingAfter]).All(d => d > Duration.Zero),
            "Patience", "times of more than zero");
    }

    private static bool IsWord(string word) => word is { Length: > 0 and <= LongestWord } && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsSafe(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
