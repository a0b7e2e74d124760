using System.Text.Json;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Protocol;

/// <summary>Terms that were looked for, as a channel of an answer tells them.</summary>
internal static class DeepgramHits
{
    public static IEnumerable<SpeechHit> Of(JsonElement channel, Duration offset = default)
    {
        foreach (var search in channel.Items("search"))
        {
            var query = search.Words("query");
            foreach (var hit in search.Items("hits"))
            {
                if (query.Length == 0 || hit.Seconds("start") is not { } start) continue;
                var end = hit.Seconds("end") is { } said && said > start ? said : start;
                yield return new(query, offset + start, offset + end, hit.Share("confidence"), hit.Words("snippet"));
            }
        }
    }
}
