using System.Text.Json;
using System.Text.Json.Serialization;
using Clinic.Abstractions;

namespace Clinic.Transcription;

/// <summary>A command of transcription; its content is its payload, secrets left out.</summary>
/// <typeparam name="TAnswer">Ids, versions and codes, never what was said.</typeparam>
public abstract record TranscriptionCommand<TAnswer> : ICommand<TAnswer>
{
    /// <summary>The permanent name, such as <c>transcription.sign-report</c>.</summary>
    [JsonIgnore]
    public abstract string Name { get; }

    /// <inheritdoc/>
    public virtual void Describe(IPayloadWriter payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload.Write("content", JsonSerializer.Serialize(this, GetType(), ClinicJson.Options));
    }

    /// <summary>The name only; contents may point at patients.</summary>
    public sealed override string ToString() => Name;
}
