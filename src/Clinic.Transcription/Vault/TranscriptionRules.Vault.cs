using Clinic.Abstractions;

namespace Clinic.Transcription;

public static partial class TranscriptionRules
{
    /// <summary>A recording of that id already exists.</summary>
    public const string RecordingExists = "TRN411";

    /// <summary>There is no recording of that id.</summary>
    public const string RecordingUnknown = "TRN412";

    /// <summary>Somebody else writes, wraps or erases the recording.</summary>
    public const string RecordingBusy = "TRN413";

    /// <summary>The recording has ended.</summary>
    public const string RecordingSealed = "TRN414";

    /// <summary>The recording was erased.</summary>
    public const string RecordingErased = "TRN415";

    /// <summary>Bytes would be missing between what is there and what is given.</summary>
    public const string AudioGap = "TRN416";

    /// <summary>Other bytes are there than those given for the same place.</summary>
    public const string AudioDiffers = "TRN417";

    /// <summary>A recording is not as it was written.</summary>
    public const string RecordingTampered = "TRN418";

    /// <summary>The key under which a recording is wrapped is not in the ring.</summary>
    public const string VaultKeyMissing = "TRN419";

    /// <summary>The medium of the vault has no room left.</summary>
    public const string VaultFull = "TRN420";

    private static IEnumerable<RuleText> VaultTexts() =>
    [
        new(RecordingExists, RuleKind.Conflict,
            "The recording {recording} already exists.",
            "La grabación {recording} ya existe."),
        new(RecordingUnknown, RuleKind.NotFound,
            "There is no recording {recording}.",
            "No existe la grabación {recording}."),
        new(RecordingBusy, RuleKind.Conflict,
            "The recording {recording} is being written by somebody else.",
            "Otro proceso está escribiendo la grabación {recording}."),
        new(RecordingSealed, RuleKind.Refused,
            "The recording {recording} has ended and takes nothing more.",
            "La grabación {recording} ha terminado y no admite nada más."),
        new(RecordingErased, RuleKind.NotFound,
            "The recording {recording} was erased on {at}.",
            "La grabación {recording} se borró el {at}."),
        new(AudioGap, RuleKind.Conflict,
            "Audio was given for offset {offset}; offset {expected} is expected.",
            "Se recibió audio para la posición {offset}; se espera la posición {expected}."),
        new(AudioDiffers, RuleKind.Conflict,
            "Other audio is already there at offset {offset}; offset {expected} is expected.",
            "En la posición {offset} ya hay otro audio; se espera la posición {expected}."),
        new(RecordingTampered, RuleKind.Refused,
            "The recording {recording} is not as it was written, at chunk {chunk}.",
            "La grabación {recording} no está como se escribió, en el bloque {chunk}."),
        new(VaultKeyMissing, RuleKind.Refused,
            "The key {key} of the recording {recording} is not in the ring.",
            "La clave {key} de la grabación {recording} no está en el llavero."),
        new(VaultFull, RuleKind.Refused,
            "The vault is full; {written} bytes of the recording {recording} are safe.",
            "El almacén está lleno; {written} bytes de la grabación {recording} están a salvo."),
    ];
}
