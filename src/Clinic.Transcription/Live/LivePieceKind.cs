namespace Clinic.Transcription.Live;

internal enum LivePieceKind
{
    Audio,
    Pause,
    End,
}
