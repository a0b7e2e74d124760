namespace Clinic.Transcription.Importing;

/// <summary>The forms in which transcripts come; told by the content, never by a file name.</summary>
public enum ImportFormat
{
    /// <summary>JSON with segments or turns.</summary>
    Json,

    /// <summary>SubRip subtitles.</summary>
    SubRip,

    /// <summary>WebVTT cues.</summary>
    WebVtt,

    /// <summary>Lines that begin with who speaks.</summary>
    Dialogue,

    /// <summary>Text without voices, as somebody types it.</summary>
    Plain,
}
