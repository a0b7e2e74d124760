namespace Clinic.Transcription.Audio;

/// <summary>How a recording is written.</summary>
/// <param name="MediaType">Such as <c>audio/wav</c> or <c>audio/webm</c>.</param>
/// <param name="Encoding">Of raw samples, such as <c>linear16</c>; null where a container says it.</param>
/// <param name="SampleRate">Hertz; needed with <paramref name="Encoding"/>, and for information in a container.</param>
/// <param name="Channels">1 or more.</param>
public sealed record AudioFormat(string MediaType, string? Encoding = null, int? SampleRate = null, int Channels = 1);
