using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>A recording holds nothing to hear.</summary>
    public const string AudioEmpty = "TRN401";

    /// <summary>The first bytes are of no kind of recording that is taken.</summary>
    public const string AudioUnknown = "TRN402";

    /// <summary>A recording is of another kind than its sender says.</summary>
    public const string AudioMislabelled = "TRN403";

    /// <summary>A part of a recording cannot be read.</summary>
    public const string AudioUnreadable = "TRN404";

    /// <summary>A recording has more bytes than are taken.</summary>
    public const string AudioTooLarge = "TRN405";

    /// <summary>A recording lasts longer than is taken.</summary>
    public const string AudioTooLong = "TRN406";

    /// <summary>The container is known and what is in it is not taken.</summary>
    public const string AudioEncodingNotTaken = "TRN407";

    private static IEnumerable<RuleText> AudioTexts() =>
    [
        new(AudioEmpty, RuleKind.Malformed,
            "The recording is empty.",
            "La grabación está vacía."),
        new(AudioUnknown, RuleKind.Malformed,
            "The recording begins with {found}; WAV, WebM, Ogg, MP4, MP3 and FLAC are taken.",
            "La grabación empieza con {found}; se aceptan WAV, WebM, Ogg, MP4, MP3 y FLAC."),
        new(AudioMislabelled, RuleKind.Malformed,
            "The recording is said to be {declared} and is {found}.",
            "La grabación se declara como {declared} y es {found}."),
        new(AudioUnreadable, RuleKind.Malformed,
            "The part {part} of the recording cannot be read.",
            "No se puede leer la parte {part} de la grabación."),
        new(AudioTooLarge, RuleKind.Refused,
            "The recording has more than the {allowed} bytes that are taken.",
            "La grabación tiene más de los {allowed} bytes que se aceptan."),
        new(AudioTooLong, RuleKind.Refused,
            "The recording lasts longer than the {allowed} hours that are taken.",
            "La grabación dura más de las {allowed} horas que se aceptan."),
        new(AudioEncodingNotTaken, RuleKind.Malformed,
            "The recording holds {found}, which is not taken.",
            "La grabación contiene {found}, que no se acepta."),
    ];
}
