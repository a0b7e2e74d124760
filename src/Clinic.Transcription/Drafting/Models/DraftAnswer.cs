using System.Text.Json.Serialization;

namespace Clinic.Transcription.Drafting.Models;

/// <summary>A model's answer as it stands on the wire; nothing of it is trusted.</summary>
internal sealed record DraftAnswer
{
    [JsonPropertyName("statements"), JsonRequired]
    public List<Statement>? Statements { get; init; }

    [JsonPropertyName("entities"), JsonRequired]
    public List<Entity>? Entities { get; init; }

    public sealed record Statement
    {
        [JsonPropertyName("section"), JsonRequired]
        public string? Section { get; init; }

        [JsonPropertyName("text"), JsonRequired]
        public string? Text { get; init; }

        [JsonPropertyName("polarity"), JsonRequired]
        public string? Polarity { get; init; }

        [JsonPropertyName("evidence"), JsonRequired]
        public List<Citation>? Evidence { get; init; }
    }

    public sealed record Citation
    {
        [JsonPropertyName("segment"), JsonRequired]
        public int Segment { get; init; }

        [JsonPropertyName("quote"), JsonRequired]
        public string? Quote { get; init; }
    }

    public sealed record Entity
    {
        [JsonPropertyName("kind"), JsonRequired]
        public string? Kind { get; init; }

        [JsonPropertyName("text"), JsonRequired]
        public string? Text { get; init; }

        [JsonPropertyName("term")]
        public string? Term { get; init; }

        [JsonPropertyName("value")]
        public string? Value { get; init; }

        [JsonPropertyName("second_value")]
        public string? SecondValue { get; init; }

        [JsonPropertyName("unit")]
        public string? Unit { get; init; }

        [JsonPropertyName("frequency")]
        public string? Frequency { get; init; }

        [JsonPropertyName("period")]
        public string? Period { get; init; }

        [JsonPropertyName("route")]
        public string? Route { get; init; }

        [JsonPropertyName("polarity"), JsonRequired]
        public string? Polarity { get; init; }

        [JsonPropertyName("segment"), JsonRequired]
        public int Segment { get; init; }

        [JsonPropertyName("quote"), JsonRequired]
        public string? Quote { get; init; }
    }
}
