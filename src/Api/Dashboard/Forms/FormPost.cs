using System.Data;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Idempotency;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>
/// A form that was sent. It is done once for each key (docs/adr/0038): key and change are saved in one transaction, and sending it again
/// leads to the same page. If it is refused, its page comes back with everything that was typed.
/// </summary>
internal sealed class FormPost
{
    private readonly HttpContext _http;
    private readonly string _hash;

    private FormPost(HttpContext http, Form form, string hash)
    {
        _http = http;
        _hash = hash;
        Form = form;
    }

    public Form Form { get; }

    /// <summary>Called by the framework for a parameter of this type.</summary>
    /// <exception cref="InvalidDataException">The request is not a form.</exception>
    public static async ValueTask<FormPost> BindAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            throw new InvalidDataException();
        var limits = http.GetEndpoint()!.Metadata.GetRequiredMetadata<FormLimits>();
        var sent = await http.Request.ReadWholeFormAsync(limits.Options, http.RequestAborted);
        var form = new Form { Files = sent.Files };
        foreach (var (field, values) in sent.Where(f => f.Key is not (Form.KeyField or Form.VersionField)))
            form.Set(field, values.Select(value => value ?? ""));
        if (sent[Form.KeyField].ToString() is { Length: > 0 and <= 64 } key && key.All(char.IsAsciiLetterOrDigit))
            form.Key = key;
        if (int.TryParse(sent[Form.VersionField], out var version))
            form.Version = version;
        foreach (var file in sent.Files.Where(file => file.Length > limits.MaxFileBytes))
            form.Add(
                file.Name,
                Texts.Page("input.file.tooLarge", file.FileName, Format.Size(file.Length), Format.Size(limits.MaxFileBytes))
            );
        if (sent.Files.Sum(file => file.Length) is var together && together > limits.MaxBytesTogether)
            form.Add(sent.Files[0].Name, Texts.Page("input.files.tooLarge", Format.Size(together), Format.Size(limits.MaxBytesTogether)));
        return new FormPost(http, form, await HashOfAsync(sent, http.RequestAborted));
    }

    /// <summary>Reads the form as a body of the API and does what it asks for.</summary>
    /// <param name="act">Sends the command and says what is shown next.</param>
    /// <param name="show">The page of the form, with what was typed.</param>
    /// <param name="current">What the form changes, as it is now; null where nothing can be overwritten.</param>
    /// <exception cref="DomainException">The caller may not do this, or what it is about does not exist.</exception>
    public async Task<IResult> SendAsync<T>(Func<T, Task<Sent>> act, Func<Form, Task<IResult>> show, Func<Task<Form>>? current = null)
        where T : class => Form.Read<T>() is { } body ? await SendAsync(() => act(body), show, current) : await show(Form);

    /// <summary>The same for a form that is not read as a body of the API.</summary>
    public async Task<IResult> SendAsync(Func<Task<Sent>> act, Func<Form, Task<IResult>> show, Func<Task<Form>>? current = null)
    {
        if (Form.IsWrong)
            return await show(Form);
        var db = _http.RequestServices.GetRequiredService<TrackerDb>();
        _http.RequestServices.GetRequiredService<CurrentUser>().ExpectedVersion = Form.Version;
        try
        {
            if (_http.GetEndpoint()?.Metadata.GetMetadata<LeavesNoTrace>() is not null)
                return await UnrecordedAsync(db, act);
            if (await OnceAsync(db, act) is { } answer)
                return answer;
        }
        catch (ValidationException invalid)
        {
            Form.Add(invalid.Errors);
        }
        catch (DomainException refusal) when (refusal.Kind == RefusalKind.VersionMoved && current is not null)
        {
            Form.AnotherWasFirst(await CurrentAsync(db, current));
        }
        catch (DomainException refusal) when (refusal.Kind is not (RefusalKind.NotFound or RefusalKind.Forbidden))
        {
            Form.Add(refusal);
        }
        catch (Exception e) when (DatabaseErrors.IsConflict(e) && current is not null)
        {
            Form.AnotherWasFirst(await CurrentAsync(db, current));
        }
        catch (Exception e) when (DatabaseErrors.IsConflict(e))
        {
            Form.Add("", Texts.Error("request.somebodyWasFirst"));
        }
        catch (Exception e) when (DatabaseErrors.IsUniqueViolation(e))
        {
            Form.Add("", Texts.Error("request.exists"));
        }

        db.ChangeTracker.Clear();
        return await show(Form);
    }

    private static async Task<Form> CurrentAsync(TrackerDb db, Func<Task<Form>> current)
    {
        db.ChangeTracker.Clear();
        return await current();
    }

    /// <returns>Null if the form was sent before with other content, so that its page is shown again.</returns>
    private async Task<IResult?> OnceAsync(TrackerDb db, Func<Task<Sent>> act)
    {
        var ct = _http.RequestAborted;
        var asked = new RecordedRequest(
            _http.RequestServices.GetRequiredService<ICurrentUser>().Actor.Id ?? Guid.Empty,
            "POST " + _http.Request.Path.Value!.TrimEnd('/'),
            Form.Key
        );
        using var underWay = await asked.WaitAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        if (await asked.FindAsync(db, ct) is { } kept)
            return Repeat(kept);
        long seq;
        try
        {
            seq = await asked.AddAsync(db, _hash, _http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
        }
        catch (Exception e) when (DatabaseErrors.IsUniqueViolation(e) || DatabaseErrors.IsConflict(e))
        {
            // Another node has just done it.
            await transaction.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            if (await asked.FindAsync(db, ct) is not { } done)
                throw;
            return Repeat(done);
        }

        var sent = await act();
        var notice = sent.Secret is null ? sent.Notice : "notice.secretShown";
        await RecordedRequest.KeepAsync(db, seq, StatusCodes.Status303SeeOther, sent.Address, notice, ct);
        await transaction.CommitAsync(ct);
        if (sent.Secret is null)
            return SeeOther(sent.Address, sent.Notice);
        _http.Response.Headers.CacheControl = "no-store";
        return sent.Secret;
    }

    private async Task<IResult> UnrecordedAsync(TrackerDb db, Func<Task<Sent>> act)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, _http.RequestAborted);
        var sent = await act();
        await transaction.CommitAsync(_http.RequestAborted);
        return SeeOther(sent.Address, sent.Notice);
    }

    private SeeOtherResult? Repeat(IdempotencyRecord kept)
    {
        if (kept.RequestHash == _hash)
            return SeeOther(kept.Location!, kept.Body);
        Form.WasSentBefore(kept.Location!);
        return null;
    }

    private SeeOtherResult SeeOther(string address, string? notice)
    {
        if (notice is not null)
            FlashMessage.Leave(_http, notice);
        return new SeeOtherResult(address);
    }

    private static async Task<string> HashOfAsync(IFormCollection sent, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (field, values) in sent.Where(f => f.Key is not (Form.KeyField or Form.VersionField)))
        {
            foreach (var value in values)
                hash.AppendData(Encoding.UTF8.GetBytes($"{field.Length}:{field}{value?.Length}:{value}"));
        }

        foreach (var file in sent.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}:{file.FileName}:{file.Length}"));
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, ct));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
