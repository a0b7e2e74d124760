using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Deepgram;

/// <summary>How Deepgram is reached and asked; every setting is a parameter of its service unless it says otherwise.</summary>
/// <seealso href="https://developers.deepgram.com/reference/speech-to-text/listen-pre-recorded"/>
public sealed class DeepgramOptions
{
    /// <summary>The service that may process audio anywhere.</summary>
    public static Uri Global { get; } = new("https://api.deepgram.com");

    /// <summary>The service whose requests never leave the European Union; they fail instead.</summary>
    public static Uri Europe { get; } = new("https://api.eu.deepgram.com");

    /// <summary>The key of the clinic's project; from configuration or a secret store, never from code.</summary>
    /// <value>No default; without it nothing is registered.</value>
    public string ApiKey { get; set; } = "";

    /// <summary>Which service; http only on this machine.</summary>
    /// <value>Default <see cref="Global"/>.</value>
    public Uri BaseAddress { get; set; } = Global;

    /// <summary>Where audio is processed, as consent and settings name it.</summary>
    /// <value>Default null: <c>eu</c>, <c>au</c> or <c>in</c> by the address, otherwise <c>global</c>.</value>
    public string? Region { get; set; }

    /// <summary>The model where a request names none.</summary>
    /// <value>Default <c>nova-3</c>.</value>
    public string Model { get; set; } = "nova-3";

    /// <summary>The version of the model.</summary>
    /// <value>Default null: the latest.</value>
    public string? Version { get; set; }

    /// <summary>Keeps audio and text out of training (<c>mip_opt_out</c>).</summary>
    /// <value>Default true; false lets the provider keep both.</value>
    public bool MipOptOut { get; set; } = true;

    /// <summary>Which model tells voices apart, where a request asks for it.</summary>
    /// <value>Default <c>latest</c>; <c>v1</c> or, for whole recordings, <c>v2</c>.</value>
    public string DiarizeModel { get; set; } = "latest";

    /// <summary>One speaker per channel, the most accurate way to tell them apart.</summary>
    /// <value>Default false.</value>
    public bool Multichannel { get; set; }

    /// <summary>Capitals and punctuation.</summary>
    /// <value>Default true.</value>
    public bool Punctuate { get; set; } = true;

    /// <summary>Dates, amounts and paragraphs as people write them; finals of live text then wait up to three seconds.</summary>
    /// <value>Default true.</value>
    public bool SmartFormat { get; set; } = true;

    /// <summary>Paragraphs, for whole recordings.</summary>
    /// <value>Default false.</value>
    public bool Paragraphs { get; set; }

    /// <summary>Utterances with their speaker, for whole recordings.</summary>
    /// <value>Default true.</value>
    public bool Utterances { get; set; } = true;

    /// <summary>The silence that parts two utterances.</summary>
    /// <value>Default null: the service's own 0.8 s; more than zero, up to 10 s.</value>
    public Duration? UtteranceSplit { get; set; }

    /// <summary>Numbers as digits.</summary>
    /// <value>Default true.</value>
    public bool Numerals { get; set; } = true;

    /// <summary>Units as symbols, for whole recordings.</summary>
    /// <value>Default false.</value>
    public bool Measurements { get; set; }

    /// <summary>Spoken punctuation as signs; English only.</summary>
    /// <value>Default false.</value>
    public bool Dictation { get; set; }

    /// <summary>Keeps sounds such as "uh"; English only.</summary>
    /// <value>Default false.</value>
    public bool FillerWords { get; set; }

    /// <summary>Hides swear words.</summary>
    /// <value>Default false.</value>
    public bool ProfanityFilter { get; set; }

    /// <summary>Finds out the language of a whole recording in place of being told.</summary>
    /// <value>Default false.</value>
    public bool DetectLanguage { get; set; }

    /// <summary>The languages among which that of a whole recording is looked for, as BCP 47.</summary>
    /// <value>Default none: any, where <see cref="DetectLanguage"/> asks; a list asks by itself.</value>
    public IList<string> DetectLanguages { get; } = [];

    /// <summary>Terms that are looked for by sound; found ones come in <see cref="SpeechResult.Hits"/> and <see cref="LiveEvent.Found"/>.</summary>
    /// <value>Default none; never names of patients.</value>
    public IList<string> Search { get; } = [];

    /// <summary>What comes back unchanged with the answer, as <c>name:value</c>; never about patients.</summary>
    /// <value>Default none; up to 2,048 characters each.</value>
    public IList<string> Extra { get; } = [];

    /// <summary>Names things such as people and places; English only, and fewer requests at once are taken.</summary>
    /// <value>Default false; read in <see cref="SpeechResult.Additional"/>.</value>
    public bool DetectEntities { get; set; }

    /// <summary>The mood of what was said, for whole recordings; English only.</summary>
    /// <value>Default false; read in <see cref="SpeechResult.Additional"/>.</value>
    public bool Sentiment { get; set; }

    /// <summary>What was spoken of, for whole recordings; English only.</summary>
    /// <value>Default false; read in <see cref="SpeechResult.Additional"/>.</value>
    public bool Topics { get; set; }

    /// <summary>What people wanted, for whole recordings; English only.</summary>
    /// <value>Default false; read in <see cref="SpeechResult.Additional"/>.</value>
    public bool Intents { get; set; }

    /// <summary>A summary by the service, for whole recordings; English only, and no draft of ours.</summary>
    /// <value>Default null; <c>v2</c>, read in <see cref="SpeechResult.Additional"/>.</value>
    public string? Summarize { get; set; }

    /// <summary>What the service blacks out; it destroys doses and dates, so that we redact ourselves.</summary>
    /// <value>Default none.</value>
    public IList<string> Redact { get; } = [];

    /// <summary>Words to be replaced, as <c>found:replacement</c>.</summary>
    /// <value>Default none.</value>
    public IList<string> Replace { get; } = [];

    /// <summary>Marks of requests in the provider's reports; never of patients.</summary>
    /// <value>Default none.</value>
    public IList<string> Tags { get; } = [];

    /// <summary>Live text while it may still change.</summary>
    /// <value>Default true; latency is measured on it, and <see cref="UtteranceEnd"/> needs it.</value>
    public bool InterimResults { get; set; } = true;

    /// <summary>The silence after which live speech counts as ended.</summary>
    /// <value>Default 300 ms; zero switches it off; up to 10 s.</value>
    public Duration Endpointing { get; set; } = Duration.FromMilliseconds(300);

    /// <summary>The gap between words after which somebody has finished.</summary>
    /// <value>Default 1 s; at least that, up to 5 s; null switches it off.</value>
    public Duration? UtteranceEnd { get; set; } = Duration.FromSeconds(1);

    /// <summary>Says when somebody begins to speak.</summary>
    /// <value>Default true.</value>
    public bool VadEvents { get; set; } = true;

    /// <summary>Live finals without waiting for formatting.</summary>
    /// <value>Default false.</value>
    public bool NoDelay { get; set; }

    /// <summary>How calls are repeated and how long they may take; ours, not the service's.</summary>
    public DeepgramPatience Patience { get; set; } = new();

    internal string RegionOrDefault => Region ?? BaseAddress.Host.Split('.') switch
    {
        ["api", "eu", ..] => "eu",
        ["api", "au", ..] => "au",
        ["api", "in", ..] => "in",
        _ => "global",
    };

    /// <summary>The address only; the key is a secret.</summary>
    public override string ToString() => $"Deepgram at {BaseAddress.Host}";
}
