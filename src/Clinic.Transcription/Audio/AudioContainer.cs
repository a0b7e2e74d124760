namespace Clinic.Transcription.Audio;

/// <summary>The kinds of files that are taken as recordings.</summary>
public enum AudioContainer
{
    /// <summary>RIFF or RF64 with samples as they are.</summary>
    Wav,

    /// <summary>What browsers record; Opus or Vorbis in Matroska.</summary>
    WebM,

    /// <summary>Opus, Vorbis or FLAC in Ogg pages.</summary>
    Ogg,

    /// <summary>What Safari and telephones record; AAC in ISO boxes.</summary>
    Mp4,

    /// <summary>MPEG layer III, with or without ID3.</summary>
    Mp3,

    /// <summary>Free lossless audio, outside Ogg.</summary>
    Flac,
}
