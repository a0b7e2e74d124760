using System.Text.Json;
using Clinic.Transcription.SpeechToText;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>Text frames that hold more than their type.</summary>
internal static class LiveWishes
{
    public static byte[] Configure(LiveChange change)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "Configure"u8);
            if (change.KeyTerms is { } terms)
            {
                json.WriteStartArray("keyterms"u8);
                foreach (var term in terms) json.WriteStringValue(term);
                json.WriteEndArray();
            }

            if (change.Numerals is { } numerals)
            {
                json.WriteStartObject("features"u8);
                json.WriteBoolean("numerals"u8, numerals);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return text.ToArray();
    }
}
