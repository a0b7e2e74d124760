using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clinic.Storage.Turso;

/// <summary>The body of one request: several things asked of one stream, in order. Used once.</summary>
internal sealed class HranaPipeline : IDisposable
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter json;

    /// <summary>Continues the stream with this baton, or opens one.</summary>
    /// <param name="baton">The baton.</param>
    /// <param name="index">How far a replica must be before it runs this; null for no matter.</param>
    public HranaPipeline(string? baton = null, long? index = null)
    {
        Index = index;
        json = new Utf8JsonWriter(buffer, Writing);
        json.WriteStartObject();
        if (baton is not null) json.WriteString("baton", baton);
        json.WriteStartArray("requests");
    }

    public long? Index { get; }

    /// <summary>How many answers are expected.</summary>
    public int Count { get; private set; }

    public HranaPipeline Execute(in HranaStatement statement)
    {
        Start("execute");
        json.WritePropertyName("stmt");
        HranaWriter.Statement(json, statement, Index);
        return End();
    }

    public HranaPipeline Batch(IReadOnlyList<HranaStep> steps)
    {
        Start("batch");
        json.WritePropertyName("batch");
        HranaWriter.Batch(json, steps, Index);
        return End();
    }

    public HranaPipeline Describe(string sql)
    {
        Start("describe");
        json.WriteString("sql", Utf16.Checked(sql));
        return End();
    }

    public HranaPipeline GetAutocommit()
    {
        Start("get_autocommit");
        return End();
    }

    public HranaPipeline Close()
    {
        Start("close");
        return End();
    }

    public ReadOnlyMemory<byte> ToBody()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The body of a cursor, which takes one batch.</summary>
    public static ReadOnlyMemory<byte> Cursor(string? baton, IReadOnlyList<HranaStep> steps, long? index)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            if (baton is not null) json.WriteString("baton", baton);
            json.WritePropertyName("batch");
            HranaWriter.Batch(json, steps, index);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public void Dispose() => json.Dispose();

    private void Start(string type)
    {
        Count++;
        json.WriteStartObject();
        json.WriteString("type", type);
    }

    private HranaPipeline End()
    {
        json.WriteEndObject();
        return this;
    }
}
