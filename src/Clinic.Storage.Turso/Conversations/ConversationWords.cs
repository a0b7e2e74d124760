using Clinic.Abstractions.Conversations;

namespace Clinic.Storage.Turso.Conversations;

/// <summary>The two columns with words, encrypted when field keys are configured.</summary>
internal sealed class ConversationWords(FieldCipher cipher)
{
    private const string Table = "conversation_entries";

    public string? ActiveId => cipher.ActiveId;

    /// <summary>Said and answered under a certain key, or clear where that is null.</summary>
    public (string Said, string Answered) Seal(string? keyId, Guid tenant, ConversationId entry, string said, string answered) =>
        (cipher.Seal(keyId, Table, "said", tenant, entry.Value, said)!, cipher.Seal(keyId, Table, "answered", tenant, entry.Value, answered)!);

    /// <summary>Said and answered of what is stored.</summary>
    /// <exception cref="TursoException">A value does not open; the key is named.</exception>
    public (string Said, string Answered) Open(Guid tenant, ConversationId entry, string said, string answered) =>
        (cipher.Open(Table, "said", tenant, entry.Value, said)!, cipher.Open(Table, "answered", tenant, entry.Value, answered)!);
}
