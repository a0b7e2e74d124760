using Clinic.Transcription.SpeechToText;
using Microsoft.Extensions.Logging;

namespace Clinic.Transcription.Deepgram.Diagnostics;

/// <summary>What is logged: kinds, codes and numbers; never addresses with terms, nor a word of the provider or of people.</summary>
internal static partial class Log
{
    // 7100 to 7119: whole recordings.
    [LoggerMessage(7100, LogLevel.Warning, "Attempt {Attempt} at a recording failed: {Kind}, status {Status}, code {Code}, request {RequestId}.")]
    public static partial void BatchFailed(ILogger logger, int attempt, FailureKind kind, int? status, string? code, string? requestId);

    // 7120 to 7139: live.
    [LoggerMessage(7120, LogLevel.Warning, "The live connection {Connection} was lost: {Kind}, status {Status}, code {Code}, request {RequestId}; connecting again: {Again}.")]
    public static partial void LiveLost(ILogger logger, int connection, FailureKind kind, int? status, string? code, string? requestId, bool again);

    [LoggerMessage(7121, LogLevel.Information, "The live connection {Connection} stands, request {RequestId}.")]
    public static partial void LiveConnected(ILogger logger, int connection, string? requestId);

    [LoggerMessage(7122, LogLevel.Debug, "A live message that is no JSON object was passed over.")]
    public static partial void LiveUnreadable(ILogger logger);
}
