namespace Clinic.Transcription.Live;

/// <summary>One thing that a hearing is given, in its turn.</summary>
/// <param name="Kind">Audio, a pause, or the end.</param>
/// <param name="Offset">Where the bytes begin in the recording.</param>
/// <param name="Bytes">Empty where the recording is read instead.</param>
internal readonly record struct LivePiece(LivePieceKind Kind, long Offset = 0, ReadOnlyMemory<byte> Bytes = default);
